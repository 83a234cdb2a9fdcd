/** Writing, submitting, approving and sending acts, whatever their procedure. */
@NullMarked
package org.comity.casework.acts;

import org.jspecify.annotations.NullMarked;
