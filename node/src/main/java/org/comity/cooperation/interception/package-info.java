/** What is particular to traffic data as they arise and to content: where they begin, and what the hard stop may not outlast. */
@NullMarked
package org.comity.cooperation.interception;

import org.jspecify.annotations.NullMarked;
