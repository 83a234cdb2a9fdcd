/** Requests that are closed to all but named officers: closing, opening, and who sees what. */
@NullMarked
package org.comity.casework.compartments;

import org.jspecify.annotations.NullMarked;
