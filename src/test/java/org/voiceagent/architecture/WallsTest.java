package org.voiceagent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The walls of the house, as docs/design.md draws them. */
class WallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.voiceagent");

    /** A MicroProfile Rest Client is an interface written with the annotations of JAX-RS. */
    private static final String REST_CLIENTS = ".*\\.TranscriptionApi.*";

    private static void hold(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void components_have_no_cycles() {
        hold(slices().matching("org.voiceagent.(*)..").should().beFreeOfCycles());
    }

    @Test
    void components_point_one_way() {
        hold(layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.voiceagent..")
                .layer("demo")
                .definedBy("org.voiceagent.demo..")
                .layer("admin")
                .definedBy("org.voiceagent.admin..")
                .layer("widget")
                .definedBy("org.voiceagent.widget..")
                .layer("insight")
                .definedBy("org.voiceagent.insight..")
                .layer("recordings")
                .definedBy("org.voiceagent.recordings..")
                .layer("conversation")
                .definedBy("org.voiceagent.conversation..")
                .layer("transcription")
                .definedBy("org.voiceagent.transcription..")
                .layer("knowledge")
                .definedBy("org.voiceagent.knowledge..")
                .layer("answer")
                .definedBy("org.voiceagent.answer..")
                .layer("speech")
                .definedBy("org.voiceagent.speech..")
                .layer("limits")
                .definedBy("org.voiceagent.limits..")
                .layer("upstream")
                .definedBy("org.voiceagent.upstream..")
                .layer("outbound")
                .definedBy("org.voiceagent.outbound..")
                .layer("leaves")
                .definedBy(
                        "org.voiceagent.cost..",
                        "org.voiceagent.cluster..",
                        "org.voiceagent.database..",
                        "org.voiceagent.audio..",
                        "org.voiceagent.redaction..",
                        "org.voiceagent.web..",
                        "org.voiceagent.configuration..")
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("admin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("widget")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("insight")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("recordings")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("conversation")
                .mayOnlyBeAccessedByLayers("insight", "recordings", "admin")
                .whereLayer("transcription")
                .mayOnlyBeAccessedByLayers("conversation")
                .whereLayer("knowledge")
                .mayOnlyBeAccessedByLayers("conversation", "admin", "demo", "transcription", "speech")
                .whereLayer("answer")
                .mayOnlyBeAccessedByLayers("conversation")
                .whereLayer("speech")
                .mayOnlyBeAccessedByLayers("conversation")
                .whereLayer("limits")
                .mayOnlyBeAccessedByLayers("conversation", "admin", "insight", "recordings")
                .whereLayer("upstream")
                .mayOnlyBeAccessedByLayers("conversation", "transcription", "answer", "speech")
                .whereLayer("outbound")
                .mayOnlyBeAccessedByLayers(
                        "upstream",
                        "conversation",
                        "knowledge",
                        "transcription",
                        "answer",
                        "speech",
                        "insight",
                        "recordings",
                        "admin"));
    }

    @Test
    void stages_learn_of_the_knowledge_by_its_event_only() {
        hold(noClasses()
                .that()
                .resideInAnyPackage("org.voiceagent.transcription..", "org.voiceagent.speech..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.voiceagent.knowledge.control.."));
    }

    @Test
    void entities_know_only_java_and_entities() {
        hold(classes()
                .that()
                .resideInAPackage("org.voiceagent.*.entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.voiceagent.*.entity..", "org.voiceagent.audio..", "org.voiceagent.cost.."));
    }

    @Test
    void hazelcast_stays_in_the_cluster_and_stores() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("org.voiceagent.cluster..", "org.voiceagent..store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.hazelcast.."));
    }

    @Test
    void persistence_stays_in_the_database_and_stores() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("org.voiceagent.database..", "org.voiceagent..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.flywaydb.."));
    }

    @Test
    void only_outbound_opens_connections() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.voiceagent.outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(HttpURLConnection|URLConnection|Socket)"));
    }

    /** The S3 client opens its own, by the way out that is configured. */
    @Test
    void only_the_store_of_recordings_knows_amazon() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.voiceagent.recordings.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.."));
    }

    @Test
    void openid_connect_stays_where_admins_sign_in() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.voiceagent.admin.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds.oauth2..", "com.nimbusds.openid..", "net.minidev.."));
    }

    @Test
    void http_types_stop_at_the_boundary() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("org.voiceagent..boundary..", "org.voiceagent.web..")
                .and()
                .haveNameNotMatching(REST_CLIENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.websocket..", "jakarta.ws.rs.."));
    }

    @Test
    void boundaries_are_not_reached_from_behind() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.voiceagent..boundary..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.voiceagent..boundary.."));
    }

    @Test
    void names_say_what_a_thing_is() {
        hold(noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|Data|Info)$"));
    }
}
