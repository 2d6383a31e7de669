#include "ProcessStart.h"

#include <signal.h>
#include <stddef.h>

static struct sigaction inherited;

static void hold_quit_signal(int count, char **arguments, char **environment) {
  (void)count, (void)arguments, (void)environment;
  sigset_t quit;
  sigemptyset(&quit);
  sigaddset(&quit, SIGQUIT);
  sigprocmask(SIG_BLOCK, &quit, NULL);
  sigaction(SIGQUIT, NULL, &inherited);
}

// Before the initialisers of any library, Swift's runtime among them.
__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) =
    hold_quit_signal;

void release_quit_signal(void) {
  sigaction(SIGQUIT, &inherited, NULL);
  sigset_t quit;
  sigemptyset(&quit);
  sigaddset(&quit, SIGQUIT);
  sigprocmask(SIG_UNBLOCK, &quit, NULL);
}
