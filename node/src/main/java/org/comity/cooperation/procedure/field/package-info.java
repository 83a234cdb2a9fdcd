/** The types of field that a procedure's file can name: how each is asked, read, checked, printed and described. */
@NullMarked
package org.comity.cooperation.procedure.field;

import org.jspecify.annotations.NullMarked;
