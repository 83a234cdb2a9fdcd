package org.comity.capacity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Reads what {@code capacity/lists.txt} says under a key: names of procedures, and times. */
public final class CapacityList {

    private CapacityList() {}

    public static String of(String key) {
        var lists = new Properties();
        try (var file = Objects.requireNonNull(CapacityList.class.getResourceAsStream("/capacity/lists.txt"))) {
            lists.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(lists.getProperty(key), key);
    }
}
