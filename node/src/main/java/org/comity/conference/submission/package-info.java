/** What States submitted for the Conference of how they carry out the Convention, as one pack; nothing is judged or counted. */
@NullMarked
package org.comity.conference.submission;

import org.jspecify.annotations.NullMarked;
