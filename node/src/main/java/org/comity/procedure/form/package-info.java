/**
 * What procedures share to write, read and check an act: its fields, the page on which it is written, and the accounts,
 * addresses and devices that it names.
 */
@NamedInterface("form")
@NullMarked
package org.comity.procedure.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
