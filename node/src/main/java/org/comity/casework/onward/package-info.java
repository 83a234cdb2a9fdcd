/** The register of personal data that are passed on, drawn from the acts of all procedures. */
@NullMarked
package org.comity.casework.onward;

import org.jspecify.annotations.NullMarked;
