/** What becomes of help that both sides agreed to: plan, reports of both, follow-ups, money. */
@NullMarked
package org.comity.capacity.activities;

import org.jspecify.annotations.NullMarked;
