/* The floor for start-up: the least that a program can do on a screen that ncurses has. */
#include <curses.h>
#include <locale.h>

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  mvaddstr(0, 1, "nabla");
  refresh();
  while (getch() != 'q') {
  }
  endwin();
  return 0;
}
