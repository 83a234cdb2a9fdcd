package org.comity.convention.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.comity.convention.LawInconsistent;

/** Where the data files are; a test puts an altered one in their place. */
interface LawFiles {

    String text(String path);

    /** Those that come with the program. */
    static LawFiles ofTheProgram() {
        return path -> {
            try (var in = LawFiles.class.getResourceAsStream("/convention/" + path)) {
                if (in == null) {
                    throw new LawInconsistent(path, "there is no such file");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
