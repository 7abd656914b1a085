/**
 * The Hazelcast member: start, leave, and the maps by name.
 *
 * <p>The WAR brings its own member, and Payara Micro runs with {@code --nohazelcast}. The server's own is 5.3, with known
 * critical vulnerabilities, it cannot see the WAR's classes while a member is still deploying (entry processors fail), and
 * other servers have none. {@code delegate="false"} in glassfish-web.xml makes the bundled one win.
 *
 * <p>This package knows no component. Each contributes its maps and serializers as a
 * {@link org.voiceagent.cluster.MapContribution}, collected before the member starts: a serializer that comes later is not
 * seen. Nor does it know who counts what: members tell each other some of their metrics, by name, for whoever shows them.
 *
 * <p>Traps: without {@code hazelcast.socket.bind.any=false} the member listens on every address whatever its interfaces
 * say; the member's class loader must be the WAR's, or its classes are not found on the threads of the member; with default
 * networking anybody who knows the cluster's name reads every map, so only the member endpoint of the advanced network is
 * open; Payara Micro deletes the WAR's unpacked classes at the first moment of a SIGTERM, so all are loaded before.
 */
package org.voiceagent.cluster;
