/** What procedures share to read the fields of a body, and the accounts, addresses and devices that it names. */
@NullMarked
package org.comity.cooperation.form;

import org.jspecify.annotations.NullMarked;
