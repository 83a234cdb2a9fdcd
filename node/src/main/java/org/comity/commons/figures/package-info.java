/** Figures by a common definition: added up, with small cells hidden so that nobody works them out. */
@NullMarked
package org.comity.commons.figures;

import org.jspecify.annotations.NullMarked;
