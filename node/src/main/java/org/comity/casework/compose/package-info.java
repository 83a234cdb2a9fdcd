/** Writing the request that opens a thread, one thing a page: what every procedure shares. */
@NullMarked
package org.comity.casework.compose;

import org.jspecify.annotations.NullMarked;
