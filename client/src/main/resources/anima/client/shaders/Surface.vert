#import "Common/ShaderLib/GLSLCompat.glsllib"
#import "Common/ShaderLib/Skinning.glsllib"

uniform mat4 g_WorldMatrix;
uniform mat4 g_ViewProjectionMatrix;
uniform vec3 g_CameraPosition;
uniform float g_Time;
uniform vec2 m_Wind;

attribute vec3 inPosition;
attribute vec3 inNormal;
attribute vec4 inColor;
attribute vec2 inTexCoord;

varying vec3 place;
varying vec3 normal;
varying vec4 tint;
varying vec2 extra;

void main() {
    vec4 position = vec4(inPosition, 1.0);
    vec3 turned = inNormal;
    #ifdef NUM_BONES
        Skinning_Compute(position, turned);
    #endif
    vec4 world = g_WorldMatrix * position;
    #ifdef SWAY
        float gust = sin(g_Time * 1.7 + world.x * 0.35 + world.z * 0.27)
            + 0.5 * sin(g_Time * 3.9 + world.x * 1.3 - world.z * 0.9);
        world.xz += m_Wind * (inTexCoord.y * (0.6 + gust * 0.6));
    #endif
    place = world.xyz;
    normal = mat3(g_WorldMatrix) * turned;
    tint = vec4(pow(inColor.rgb, vec3(2.2)), inColor.a);
    extra = inTexCoord;
    gl_Position = g_ViewProjectionMatrix * world;
}
