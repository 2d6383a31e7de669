#ifndef NABLA_HARDWARE_SUPPORT_H
#define NABLA_HARDWARE_SUPPORT_H

#include <stdbool.h>

/// Whether the processor compiled for fuses a multiplication and an addition in one instruction.
///
/// Swift has no `#if` for this, and without the instruction `addingProduct` is a library call a
/// lane. Clang knows (`-Xcc -march=x86-64-v3` turns it on), and the constant is folded away. A
/// function, not a macro, lest the compiler warn of the branch that is never taken.
static inline bool hardwareHasFusedMultiplyAdd(void) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA)
  return true;
#else
  return false;
#endif
}

#endif
