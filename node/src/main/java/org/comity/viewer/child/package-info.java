/**
 * The program that reads what nobody vouches for. It runs as a process of its own without network, files or rights, takes
 * bytes from its input and gives {@link org.comity.viewer.child.WritingFrames} back. No Spring, no settings, no log.
 */
@NullMarked
package org.comity.viewer.child;

import org.jspecify.annotations.NullMarked;
