/** Every component on one page, for practice nodes and for the browser tests. */
@NullMarked
package org.comity.ui.gallery;

import org.jspecify.annotations.NullMarked;
