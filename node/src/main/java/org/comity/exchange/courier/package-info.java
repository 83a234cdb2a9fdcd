/** The same age files, carried by hand on a disk. */
@NullMarked
package org.comity.exchange.courier;

import org.jspecify.annotations.NullMarked;
