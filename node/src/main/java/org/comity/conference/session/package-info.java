/** Sessions with agenda, documents, speakers, statements and credentials; decisions and what becomes of them. */
@NullMarked
package org.comity.conference.session;

import org.jspecify.annotations.NullMarked;
