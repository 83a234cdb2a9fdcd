/**
 * The registers of all threads: the door for acts, the keeper's entries, the check of other keepers' entries, the fold.
 */
@NullMarked
package org.comity.thread.register;

import org.jspecify.annotations.NullMarked;
