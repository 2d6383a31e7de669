#ifndef NABLA_NUMBER_FORMATTING_H
#define NABLA_NUMBER_FORMATTING_H

#include <stdio.h>

/// `value` correctly rounded to that many decimals, as `printf` writes it with `%.*f`.
///
/// Swift cannot call `snprintf`, and the arrays of `CVarArg` that `vsnprintf` wants cost a search
/// through all conformances of the program for each number.
static inline void formatFixed(char *buffer, size_t capacity, int decimals, double value) {
  snprintf(buffer, capacity, "%.*f", decimals, value);
}

/// `value` in exponent form, correctly rounded to that many decimals of its significand (`%.*e`).
static inline void formatScientific(char *buffer, size_t capacity, int decimals, double value) {
  snprintf(buffer, capacity, "%.*e", decimals, value);
}

#endif
