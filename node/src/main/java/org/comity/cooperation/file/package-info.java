/** The domestic file of a request; it never leaves this node. */
@NullMarked
package org.comity.cooperation.file;

import org.jspecify.annotations.NullMarked;
