package org.comity.port;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Says where files of a form lie that are too large for memory: under the node's home, for its owner alone, and only while the
 * form is served. What a node that was killed had before it is gone at the next start.
 */
@Configuration(proxyBeanMethods = false)
class UploadFolder {

    private static final String NAME = "uploads";

    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties properties, @Value("${node.home}") Path home)
            throws IOException {
        // Of a folder that somebody named we do not know what else lies there.
        if (properties.getLocation() == null) {
            properties.setLocation(emptied(home.toAbsolutePath().resolve(NAME)).toString());
        }
        return properties.createMultipartConfig();
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (var left = Files.newDirectoryStream(folder)) {
            for (var each : left) Files.delete(each);
        }
        return folder;
    }
}
