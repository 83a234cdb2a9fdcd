/** What our State tells the depositary: letters ready, a register of what was told, a look once a year; seen by our State alone. */
@NullMarked
package org.comity.treaty.notice;

import org.jspecify.annotations.NullMarked;
