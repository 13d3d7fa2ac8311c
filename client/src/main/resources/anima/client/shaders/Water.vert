#import "Common/ShaderLib/GLSLCompat.glsllib"

uniform mat4 g_WorldMatrix;
uniform mat4 g_ViewProjectionMatrix;

attribute vec3 inPosition;

varying vec3 place;

void main() {
    vec4 world = g_WorldMatrix * vec4(inPosition, 1.0);
    place = world.xyz;
    gl_Position = g_ViewProjectionMatrix * world;
}
