/** What awaits a magistrate's order, and what the magistrate decides. */
@NullMarked
package org.comity.casework.orders;

import org.jspecify.annotations.NullMarked;
