#ifndef NABLA_PROCESS_START_H
#define NABLA_PROCESS_START_H

/// Lets SIGQUIT end the process, as it does any other program.
///
/// Swift's runtime catches it before `main`, and asks the terminal what to do with a backtrace. It is
/// held back from the first instruction of the process until this is called.
void release_quit_signal(void);

/// Gives Swift's `CommandLine` the arguments that the process was started with: by itself it reads them
/// from /proc, which may not be mounted.
void hand_over_arguments(void);

#endif
