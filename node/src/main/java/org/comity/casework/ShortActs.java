package org.comity.casework;

import org.comity.procedure.RequestRow;

/** Tells which acts need no page to be written on: one officer signs them, and a remark is all that they could hold. */
public interface ShortActs {

    boolean isShort(RequestRow row, String type);
}
