/** An official's approval of exactly these bytes. */
@NullMarked
package org.comity.identity.approval;

import org.jspecify.annotations.NullMarked;
