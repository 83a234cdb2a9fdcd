/**
 * What procedures share to write, read and check an act: its fields, the page on which it is written, and the accounts,
 * addresses and devices that it names.
 */
@NullMarked
package org.comity.cooperation.form;

import org.jspecify.annotations.NullMarked;
