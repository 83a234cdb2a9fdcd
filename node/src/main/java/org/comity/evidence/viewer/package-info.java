/** Looking at a matched item without trusting it: a child process draws, the page shows pictures and escaped text. */
@NullMarked
package org.comity.evidence.viewer;

import org.jspecify.annotations.NullMarked;
