/** What States told the Secretary-General by acts of this network, on its way into the table of the treaty; and the way to tell it. */
@NullMarked
package org.comity.treaty.acts;

import org.jspecify.annotations.NullMarked;
