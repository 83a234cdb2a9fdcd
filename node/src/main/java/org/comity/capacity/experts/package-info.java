/** Experts who agreed to be found for help between States: until when, for what, looked at by two. No public list. */
@NullMarked
package org.comity.capacity.experts;

import org.jspecify.annotations.NullMarked;
