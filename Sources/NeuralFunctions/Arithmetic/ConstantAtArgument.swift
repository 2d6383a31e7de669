/// `constant`, or NaN if the argument is: the flat piece of a piecewise function.
@inlinable
func constant<T: FloatingPoint>(_ constant: T, at x: T) -> T { x.isNaN ? x : constant }
