/** The collections: what was sent in, what of it was admitted, and the public shelves on which it stands. */
@NullMarked
package org.comity.commons.kept;

import org.jspecify.annotations.NullMarked;
