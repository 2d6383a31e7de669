// What Swift cannot import by itself from ncurses and the C library: macros that are not plain numbers,
// globals that Swift 6 takes for shared mutable state, and functions of a variable number of arguments.
// A system library has no source files, so all of it is inline.
#ifndef NABLA_CNCURSES_SHIM_H
#define NABLA_CNCURSES_SHIM_H

// Without it <curses.h> leaves out cchar_t and everything wide.
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// <term.h> names terminfo capabilities with macros such as `lines` and `columns`.
#undef lines
#undef columns

// MARK: Screens

static inline WINDOW *shim_next_screen(void) { return newscr; }
static inline WINDOW *shim_physical_screen(void) { return curscr; }
static inline int shim_color_count(void) { return COLORS; }
static inline int shim_color_pair_count(void) { return COLOR_PAIRS; }
static inline FILE *shim_stdin(void) { return stdin; }

static inline attr_t shim_bold(void) { return A_BOLD; }
static inline attr_t shim_dim(void) { return A_DIM; }
static inline attr_t shim_underline(void) { return A_UNDERLINE; }
static inline attr_t shim_reverse(void) { return A_REVERSE; }

/// A blank with these attributes and colours.
///
/// The pair goes through the options: a plain `short` or COLOR_PAIR() truncates it.
static inline cchar_t shim_blank(attr_t attributes, int pair) {
  static const wchar_t text[] = {L' ', 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, (short)(pair > 0x7fff ? 0x7fff : pair), &pair);
  return cell;
}

/// Puts a character and the marks that combine with it, zero where there is none, into a cell.
static inline void shim_set_text(cchar_t *cell, wchar_t base, wchar_t mark, wchar_t other_mark) {
  cell->chars[0] = base;
  cell->chars[1] = mark;
  cell->chars[2] = other_mark;
}

// MARK: terminfo

/// The name of the flag, number or string that stands at `index` of a compiled description.
static inline const char *shim_flag_name(int index) { return boolnames[index]; }
static inline const char *shim_number_name(int index) { return numnames[index]; }
static inline const char *shim_string_name(int index) { return strnames[index]; }

/// The string capability `name`, or NULL if the terminal has none.
static inline const char *shim_string_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

/// The numeric capability `name`; negative if the terminal has none.
static inline int shim_number_capability(const char *name) { return tigetnum((char *)name); }

/// The bytes of a string capability for its first two parameters; NULL where it cannot be read.
///
/// They are overwritten by the next call.
static inline const char *shim_apply(const char *capability, int first, int second) {
  return tiparm(capability, first, second);
}

static inline bool shim_has_flag_capability(const char *name) {
  return tigetflag((char *)name) > 0;
}

// MARK: The system

static inline bool shim_stdout_has_failed(void) { return ferror(stdout) != 0; }

/// An anonymous file in memory, closed on exec; negative on failure.
static inline int shim_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1U /* MFD_CLOEXEC */);
}

/// The size of the terminal behind `descriptor`; false if it has or tells none.
static inline bool shim_window_size(int descriptor, int *width, int *height) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

/// The columns that the C library takes for `character`; -1 for a control.
static inline int shim_width(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

/// A pipe that never blocks and is closed on exec; 0 on success.
static inline int shim_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
  }
  return 0;
}

static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }

#endif
