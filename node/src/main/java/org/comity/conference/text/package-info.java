/** Texts that States write together: versions, paragraphs with their status, and one voice of each State. */
@NullMarked
package org.comity.conference.text;

import org.jspecify.annotations.NullMarked;
