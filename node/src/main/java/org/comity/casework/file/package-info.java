/** The domestic file of a request; it never leaves this node. */
@NullMarked
package org.comity.casework.file;

import org.jspecify.annotations.NullMarked;
