package org.comity.evidence.vault;

import java.io.IOException;
import org.comity.evidence.EvidenceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A directory, or a bucket where one is named. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(EvidenceSettings settings) throws IOException {
        var directory = new DirectoryVault(settings);
        var s3 = settings.s3();
        return s3 == null ? directory : new S3Vault(directory, S3Bucket.of(s3));
    }
}
