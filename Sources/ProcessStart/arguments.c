#include "ProcessStart.h"

#include <stdlib.h>
#include <unistd.h>

// Of Swift's runtime, which otherwise reads the arguments from /proc.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

static int argument_count;
static char **argument_list;

static void keep_arguments(int count, char **arguments, char **environment) {
  (void)environment;
  argument_count = count;
  argument_list = arguments;
}

__attribute__((section(".preinit_array"), used)) static void (*const keep)(int, char **, char **) =
    keep_arguments;

// Swift's runtime looks for its own file in /proc before `main`, to find the program that prints
// backtraces, and ends the process where there is no /proc. Told where that program is, it does not look.
// Before the initialisers that have no number, the runtime's among them.
__attribute__((constructor(101))) static void spare_the_search(void) {
  char first;
  if (readlink("/proc/self/exe", &first, 1) < 0) {
    setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 1);
  }
}

void hand_over_arguments(void) {
  _swift_stdlib_overrideUnsafeArgvArgc(argument_list, argument_count);
}
