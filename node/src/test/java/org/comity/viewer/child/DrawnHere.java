package org.comity.viewer.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What the child would say, without a process: for what a kind does beyond being drawn behind the wall. */
public final class DrawnHere {

    private DrawnHere() {}

    /** @param kind as the child is told it */
    public static byte[] frames(String kind, int page, int sheet, InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        Render.run(new String[] {kind.toLowerCase(Locale.ROOT), "" + page, "" + sheet}, in, out);
        return out.toByteArray();
    }
}
