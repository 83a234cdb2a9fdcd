/** Who is on duty when: shifts that repeat, swaps and leave, gaps pointed out, and a calendar file for one's phone. */
@NullMarked
package org.comity.identity.rota;

import org.jspecify.annotations.NullMarked;
