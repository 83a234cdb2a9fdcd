/** Writing, submitting, approving and sending acts, whatever their procedure. */
@NullMarked
package org.comity.cooperation.acts;

import org.jspecify.annotations.NullMarked;
