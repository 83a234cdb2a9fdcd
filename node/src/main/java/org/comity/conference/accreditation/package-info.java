/** Who is admitted as an observer: application, circulation, objections with reasons, and an outcome by a rule that is data. */
@NullMarked
package org.comity.conference.accreditation;

import org.jspecify.annotations.NullMarked;
