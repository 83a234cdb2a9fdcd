package org.comity.directory.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list and its entries as they were handed over: {@code list.json}, {@code entries/XB-1.json}. */
record FolderSource(Path folder) implements DirectorySource {

    @Override
    public Optional<byte[]> list(@Nullable String have) throws IOException {
        var file = folder.resolve("list.json");
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public byte[] entry(String id, long version) throws IOException {
        return Files.readAllBytes(folder.resolve("entries").resolve(id + ".json"));
    }

    @Override
    public List<byte[]> revocations() {
        return List.of();
    }
}
