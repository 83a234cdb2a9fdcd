package org.comity.sealing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.comity.sealing.ceremony.EarlierIdentities;
import org.comity.vocabulary.CommandFailure;

/** {@code comity keys certify|trust|recovery|earlier}: puts into a key folder what was made or issued elsewhere. */
public final class KeysCommand {

    public static final String HELP = """
            comity keys certify KEY-FOLDER seal|register|entry|as4|tls CHAIN.pem
            comity keys trust   KEY-FOLDER ANCHOR.pem …
            comity keys recovery KEY-FOLDER RECOVERY-FOLDER
            comity keys earlier KEY-FOLDER OLD-KEY-FOLDER|OLD-RECOVERY-FOLDER
            """;

    private KeysCommand() {}

    /** @return the process's exit code */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            return step(arguments, out);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            out.println(CommandFailure.told(e));
        }
        return 1;
    }

    private static int step(List<String> arguments, PrintStream out) throws IOException, GeneralSecurityException {
        var ceremony = new KeyCeremony(Clock.systemUTC());
        if (arguments.size() == 4 && arguments.getFirst().equals("certify")) {
            var chain = certificates(arguments.subList(3, 4));
            ceremony.certify(Path.of(arguments.get(1)), arguments.get(2), chain);
            out.println("In place: " + chain.getFirst().getSubjectX500Principal());
            return 0;
        }
        if (arguments.size() >= 3 && arguments.getFirst().equals("trust")) {
            var anchors = certificates(arguments.subList(2, arguments.size()));
            ceremony.trust(Path.of(arguments.get(1)), anchors);
            anchors.forEach(anchor -> out.println("Trusted: " + anchor.getSubjectX500Principal()));
            return 0;
        }
        if (arguments.size() == 3 && arguments.getFirst().equals("recovery")) {
            out.println("Backups are for: "
                    + KeyCeremony.recoverable(Path.of(arguments.get(1)), Path.of(arguments.get(2))));
            return 0;
        }
        if (arguments.size() == 3 && arguments.getFirst().equals("earlier")) {
            int taken = EarlierIdentities.take(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
            out.println("Evidence that was wrapped for %d earlier keys is opened, too, from the next start on."
                    .formatted(taken));
            return 0;
        }
        out.print(HELP);
        return 2;
    }

    private static List<X509Certificate> certificates(List<String> files) throws IOException, GeneralSecurityException {
        var certificates = new ArrayList<X509Certificate>();
        for (var file : files) {
            try (var in = Files.newInputStream(Path.of(file))) {
                CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                        .map(X509Certificate.class::cast)
                        .forEach(certificates::add);
            }
        }
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("There is no certificate in " + files);
        }
        return certificates;
    }
}
