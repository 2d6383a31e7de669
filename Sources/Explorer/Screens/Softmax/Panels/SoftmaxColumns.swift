import Plotting
import TerminalCells
import Wording

/// Where the columns of the logits' list lie; which of them there are depends on what the panel
/// beside it needs.
struct SoftmaxColumns {
  /// Of the whole panel, its frame included.
  let width: Int
  /// Columns from the inside of the frame; outputs and bars are 0 wide where there is no room.
  let name = 2
  /// After the last digit of a logit.
  let value: Int
  let output: Int
  let outputWidth: Int
  let bar: Int
  let barWidth: Int
  /// Whether outputs are shown with every digit.
  let showsAllDigits: Bool

  private static let shortOutput = 9
  /// 1 but for a distance of three digits, or three digits with a sign and a long exponent.
  private static let distantOutput = 11
  /// A number below 1 with all its digits and an exponent.
  private static let longOutput = 24
  private static let leastBars = 5

  init(body: Rect, sheet: SoftmaxSheet, map: Heatmap, rowLabelWidth: Int) {
    let names = String(sheet.count - 1).count
    value =
      name + names + 2
      + NumberText.width(of: sheet.vector.logits, atLeast: body.width < 60 ? 6 : 8)
    output = value + 2
    let bare = output + 1
    let isNearlyOne =
      sheet.listedVariant.outputsAreProbabilities && sheet.listedOutputs.contains(1)
    let isWide =
      NumberText.width(of: sheet.listedOutputs, atLeast: Self.shortOutput - 1)
      >= Self.shortOutput
    let shortOutput = isNearlyOne || isWide ? Self.distantOutput : Self.shortOutput
    let short = output + shortOutput + 2
    let long = output + Self.longOutput + 2

    // What is left beside a panel of that width.
    func room(_ width: Int) -> Int { body.width - width }
    let needed = Self.needed(sheet)
    if sheet.view == .jacobian {
      func decimals(_ width: Int) -> Int {
        MatrixLooks.decimals(map, width: room(width) - 2 - rowLabelWidth)
      }
      if sheet.showsAllDigits && room(long) >= 24 {
        width = room(long + 12) >= body.width / 2 ? max(long + 12, body.width * 9 / 20) : long
      } else if body.width < 56 {
        width = bare
      } else {
        // As much room for bars as leaves the numbers of the matrix the digits they can have.
        let bars = short + Self.leastBars + 1
        let widths =
          [min(90, body.width * 9 / 20), body.width * 3 / 10, bars]
          .filter { $0 >= bars } + [short]
        let most = widths.map { min(4, decimals($0)) }.max() ?? 0
        let fitting = widths.filter { min(4, decimals($0)) == most }
        // Then as much as lets small entries show two digits beside the sums, or makes entries without
        // numbers square, but for the bars.
        func entryWidth(_ width: Int) -> Int {
          let matrix = room(width) - 2 - rowLabelWidth
          return most > 0
            ? min(
              sheet.readings.widthOfTwoDigits, (matrix - SoftmaxLayout.sumColumns) / sheet.count)
            : min(2, matrix / sheet.count)
        }
        let best = fitting.filter { $0 >= bars }.map(entryWidth).max()
        width = fitting.first { entryWidth($0) == best } ?? fitting.first ?? short
      }
    } else if sheet.showsAllDigits && room(long) >= needed && sheet.view != .stability {
      width = long
    } else {
      width = room(short) >= needed ? short : bare
    }
    let inner = width - 2
    showsAllDigits = sheet.showsAllDigits && inner >= output + Self.longOutput
    outputWidth =
      showsAllDigits ? Self.longOutput : inner >= output + shortOutput ? shortOutput : 0
    bar = output + outputWidth
    barWidth = max(0, inner - bar - 1)
  }

  /// The narrowest panel in which a table is whole.
  private static func needed(_ sheet: SoftmaxSheet) -> Int {
    let names = String(sheet.count - 1).count + 7
    switch sheet.view {
    case .jacobian: return 0
    case .nudge: return names + 4 * NudgePanel.columnWidth
    case .loss: return names + LossPanel.comfortableWidth
    case .stability:
      return names + StabilityPanel.width(ofTypes: 3, allDigits: sheet.showsAllDigits)
    }
  }
}
