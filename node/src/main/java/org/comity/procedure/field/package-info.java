/** The types of field that a procedure's file can name: how each is asked, read, checked, printed and described. */
@NamedInterface("field")
@NullMarked
package org.comity.procedure.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
