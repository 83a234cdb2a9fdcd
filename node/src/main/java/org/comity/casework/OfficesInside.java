package org.comity.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows with which office inside our State a request lies that came to us. It is ours alone and leaves by nothing. */
public interface OfficesInside {

    /** By thread, the office that has had it longest; a request that no office has is left out. */
    Map<String, WithOffice> of(Collection<String> threads);

    /**
     * @param names of the office by language
     * @param aim by when we asked it back, or null
     * @param more other offices that have it as well
     */
    record WithOffice(
            Map<String, String> names,
            Instant since,
            @Nullable LocalDate aim,
            int more) {

        public String name(String language) {
            return names.getOrDefault(language, names.getOrDefault("en", ""));
        }
    }
}
