package org.comity.proof.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.ReadingProgress;
import org.comity.proof.Verdict;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.bag.Bag;
import org.comity.proof.form.CommandLine;
import org.comity.proof.form.CommandLine.WrongUse;
import org.comity.proof.form.EcdsaVerification;
import org.comity.proof.form.MachineLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the command {@code verify PATH --anchor … [--json]}: checks acts, threads, items, log lines and publications without a node.
 */
public final class Verify {

    private static final String USAGE = """
            Usage: verify PATH --anchor [PARTICIPANT[/seal|/register]=]FINGERPRINT|CERT.pem ... [--entries FILE ...]
                          [--anchors-first] [--tsa FINGERPRINT|CERT.pem ...]
                          [--revocations FILE ... [--recovery PARTICIPANT=KEY ...]] [--json]
                   verify PATH --manifest HASH [--identity FILE] [--json]
                   verify PATH --anchor ... [--also EXPORT ...] [--head FILE ...] [--json]
                   verify PATH --anchor ... [--since FILE] [--json]
                   verify BAG --anchor ... [--manifest HASH] [--identity FILE] [--json]

              PATH      a sealed act (.asice), an exported thread (a ZIP, or the folder it unpacks to), an exported
                        item of evidence (a folder or bag), a line of a node's log or one publication of a
                        host's board (.tlog-proof)
              BAG       an exported bag (a folder with bagit.txt): a thread, items, log lines, and that nothing is
                        missing or was put in
              --anchor  whom you trust, known from elsewhere than PATH: the SHA-256 fingerprint of a certificate
                        (64 hexadecimal digits), or a PEM file. XA-1=... ties it to one participant, XA-1/seal=...
                        to its seal, XA-1/register=... to the key with which it keeps registers. Tie an authority
                        that certifies several participants to none of them. Who sealed an act, and who keeps a
                        register, is shown only by an anchor that is tied, or by --entries.
              --entries directory entries as their participants signed them, one or {"entries":[...]}, from
                        elsewhere than PATH; you vouch for the newest of each, older ones count as it leads to them
              --anchors-first  where an anchor is tied to a participant's seal or register, no entry speaks for that key of
                        its; entries still say how many officers approve and what a revocation reaches
              --tsa     the time-stamping authority you trust
              --revocations  revocations of certificates, as the directory lists them (/directory/revocations) or one
                        alone; without it the verdict says that revocation was not checked. Give --entries with it,
                        from the revoked version on: they say which certificates came after the revocation
              --recovery  a participant's recovery key, as its directory entry names it (base64): only what it signed
                        then counts as a revocation
              --manifest  of an item: SHA-256 of its manifest, as the sealed act that delivers it names it
              --identity  of an item: a file with the secret that opens it (AGE-SECRET-KEY-PQ-1...); without it,
                        what needs no key is checked
              --since   of a line or publication: an earlier checkpoint or proof that you kept; shows that the log, or the
                        host's feed, was only continued
              --also    another export of the same thread, of another party: shows that both were given one register;
                        a longer one that agrees was made later, or the end of this one was left out: not checked
              --head    a signed entry of the register that you kept or were given by another party: shows that it is in
                        this register, and that its end was not left out before it
              --json    the verdict for machines

            Exit code: 0 all that was checked holds; 1 it does not hold; 2 the command could not be carried out;
            3 it holds, except for what was deleted: of some acts only the envelope is left, and nothing proves who said
            them; 4 nothing failed, and who kept the register was not checked: anybody could have made it; 5 it could not
            be checked, by a fault of this program: no verdict; 6 nothing failed, and the register is its keeper's word
            alone: whoever opened the thread kept it too, and could have made it all by itself, with times of its choosing;
            7 nothing failed, and who sealed an act was not checked: another than the author that it names could have.
            """;
    private static final int FAULT = 5;
    private static final Set<String> OPTIONS = Set.of(
            "anchor", "manifest", "since", "identity", "tsa", "entries", "revocations", "also", "head", "recovery");
    private static final Set<String> OF_ITEMS = Set.of("manifest", "identity", "json");
    private static final Pattern TIED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,31})(?:/(seal|register))?=(.*)");

    private final GivenTrust trust = new GivenTrust();
    private @Nullable Path path;
    private @Nullable String manifest;
    private @Nullable HybridIdentity identity;
    private byte @Nullable [] since;
    private GivenRevocations revocations = GivenRevocations.NOT_GIVEN;
    private final Map<String, PublicKey> recovery = new LinkedHashMap<>();
    private final KeptCopies copies = new KeptCopies();
    private final SortedSet<String> notOfItems = new TreeSet<>();
    private boolean json;

    private Verify() {}

    public static void main(String[] arguments) {
        MachineLanguage.ignore();
        Security.insertProviderAt(new EcdsaVerification(), 1);
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * @return the exit code: 0 holds, 1 does not hold, 2 could not be carried out, 3 holds except for what was deleted, 4 the
     *     keeper is unknown, 5 a fault of this program, 6 the word of its keeper alone, 7 an author is unknown
     */
    public static int run(String[] arguments, PrintStream out, PrintStream errors) {
        var verify = new Verify();
        try {
            verify.parse(List.of(arguments));
            return verify.print(out);
        } catch (WrongUse e) {
            errors.println(e.getMessage());
            errors.print(USAGE);
        } catch (IOException e) {
            errors.println("Cannot read: " + e.getMessage());
        } catch (InvalidPathException e) {
            errors.println("Not a path: " + e.getInput());
        } catch (RuntimeException | Error e) {
            // Left to itself it would end as exit code 1, which says that a true thing is false.
            out.print(verify.json ? VerdictText.faultAsJson(e) : VerdictText.fault(e));
            e.printStackTrace(errors);
            return FAULT;
        }
        return 2;
    }

    private static int code(Verdict verdict) {
        return switch (verdict.result()) {
            case HOLDS -> 0;
            case DOES_NOT_HOLD -> 1;
            case HOLDS_EXCEPT_DELETED -> 3;
            case KEEPER_UNKNOWN -> 4;
            case KEEPER_ALONE -> 6;
            case AUTHOR_UNKNOWN -> 7;
        };
    }

    private int print(PrintStream out) throws IOException {
        if (path == null || !Files.isReadable(path)) {
            throw new WrongUse(path == null ? "Say what to verify." : "There is no readable file or folder: " + path);
        }
        var item = CheckingItem.in(path);
        if (item != null) {
            if (!notOfItems.isEmpty()) {
                throw new WrongUse(
                        "This is an item, checked against --manifest alone; nothing would be checked with --%s."
                                .formatted(String.join(", --", notOfItems)));
            }
            if (manifest == null) {
                throw new WrongUse("Say which manifest you expect: --manifest, from the sealed act, never from here.");
            }
            var verdict = CheckingItem.withItsBag(item, manifest, identity);
            out.print(json ? VerdictText.json(verdict) : VerdictText.item(verdict, path.toString()));
            return code(verdict);
        }
        if (trust.isEmpty()) {
            throw new WrongUse(
                    "Say whom you trust: at least one --anchor, or --entries. It is never taken from what is verified.\n"
                            + VerdictText.missing(verdict(path)));
        }
        var verdict = verdict(path);
        if (!copies.isEmpty() && !copies.compared()) {
            throw new WrongUse("--also and --head are for an exported thread.");
        }
        out.print(json ? VerdictText.json(verdict) : VerdictText.human(verdict, path.toString()));
        return code(verdict);
    }

    private Verdict verdict(Path of) throws IOException {
        if (CheckingLog.isProof(of)) {
            return new CheckingLog(trust, since).check(String.valueOf(of.getFileName()), CheckingLog.bytes(of));
        }
        return Bag.isIn(of)
                ? new CheckingBag(
                                of,
                                trust,
                                new Checking(trust, revocations, copies),
                                manifest == null ? Set.of() : Set.of(manifest),
                                identity,
                                ReadingProgress.SILENT)
                        .check()
                : new Checking(trust, revocations, copies).check(of);
    }

    private void parse(List<String> arguments) throws IOException {
        json = arguments.contains("--json");
        var said = CommandLine.read(arguments, 1, OPTIONS, Set.of("json", "anchors-first"));
        notOfItems.addAll(said.named().keySet());
        notOfItems.removeAll(OF_ITEMS);
        if (said.has("anchors-first")) trust.anchorsFirst();
        for (var each : said.words()) path(each);
        for (var each : said.all("anchor")) anchor(each);
        for (var each : said.all("tsa")) trust.addStampAuthority(GivenFiles.read(each));
        for (var each : said.all("entries")) entries(each);
        for (var each : said.all("also")) copies.also(GivenFiles.export(each));
        for (var each : said.all("head")) copies.head(GivenFiles.head(each));
        for (var each : said.all("recovery")) recovery(each);
        var text = said.get("manifest");
        manifest = text == null ? null : GivenFiles.hash(text);
        text = said.get("since");
        since = text == null ? null : GivenFiles.earlier(text);
        text = said.get("identity");
        identity = text == null ? null : GivenFiles.identity(text);
        for (var each : said.all("revocations")) revocations = revocations.and(GivenFiles.revocations(each));
        recovery.forEach(revocations::recoveryKey);
        trust.entries().contradiction().ifPresent(it -> {
            throw new WrongUse("Nobody can vouch for both: --entries gives %s.".formatted(it));
        });
    }

    private void path(String text) {
        try {
            path = Path.of(text);
        } catch (InvalidPathException e) {
            throw new WrongUse("Not a path: " + text);
        }
    }

    private void entries(String text) throws IOException {
        var file = GivenFiles.file(text, BundleFiles.LARGEST_FILE, "No file with directory entries: ");
        try {
            trust.addEntries(DirectoryEntries.read(Files.readAllBytes(file)));
        } catch (Malformed e) {
            throw new WrongUse(
                    "Not directory entries as their participants signed them (%s): %s".formatted(e.getMessage(), text));
        }
    }

    private void recovery(String text) {
        int equals = text.indexOf('=');
        try {
            recovery.put(
                    text.substring(0, Math.max(0, equals)),
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(text.substring(equals + 1)))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongUse("Not PARTICIPANT=KEY, as a directory entry names the recovery key: " + text);
        }
    }

    private void anchor(String text) throws IOException {
        var tied = TIED.matcher(text);
        if (!tied.matches()) {
            trust.add(null, GivenFiles.read(text));
            return;
        }
        var use = tied.group(2) == null
                ? null
                : GivenTrust.Use.valueOf(tied.group(2).toUpperCase(Locale.ROOT));
        trust.add(tied.group(1), use, GivenFiles.read(tied.group(3)));
    }
}
