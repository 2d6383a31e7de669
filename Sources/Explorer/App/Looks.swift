import Widgets

// What the screens and their launcher know of the widgets by the names they have here.

public typealias Appearance = Widgets.Appearance
public typealias Theme = Widgets.Theme
public typealias Painter = Widgets.Painter
public typealias LineEditor = Widgets.LineEditor
typealias NumberField = Widgets.NumberField
typealias UndoHistory = Widgets.UndoHistory
typealias Refusal = Widgets.Refusal
typealias LastValue = Widgets.LastValue
typealias LastValues = Widgets.LastValues
typealias NarrowText = Widgets.NarrowText
typealias SmoothRamp = Widgets.SmoothRamp
